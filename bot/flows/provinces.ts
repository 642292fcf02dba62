// The places of a province as answers keep them: a form knows the city, its rules may be the province's.

/** 云南省和它的州市。 */
// biome-ignore format: one province on one line
export const yunnan = ['云南', '昆明', '曲靖', '玉溪', '保山', '昭通', '丽江', '普洱', '临沧', '楚雄', '红河', '文山州', '西双版纳', '大理州', '德宏', '怒江', '迪庆']

/** 湖南省和它的市州。 */
// biome-ignore format: one province on one line
export const hunan = ['湖南', '长沙', '株洲', '湘潭', '衡阳', '邵阳', '岳阳', '常德', '张家界', '益阳', '郴州', '永州', '怀化', '娄底', '湘西']
