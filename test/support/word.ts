/** The password of every officer in tests. */
export const password = '清泉石上流-1920'
