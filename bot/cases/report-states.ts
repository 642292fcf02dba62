/** States in which it is not yet settled whether a report is taken up. */
export const waiting = ['待受理', '待补充']

/** The four ways of disposal, and what comes of them, as the rules name them. */
export const disposals = ['谈话函询', '初步核实', '暂存待查', '予以了结', '移送审查调查']

/** States in which somebody is at work on it. */
export const handling = ['已受理', '已移送承办', ...disposals]
