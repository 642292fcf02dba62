/** Small secrets kept under the server key; src/vault. What is sealed for one name does not open under another. */
export interface Secrets {
  /** @param name what it is and whose: `code/3`, `reason/<id>`. */
  seal(name: string, text: string): string
  /** @throws Fault if it was not sealed under this key and name. */
  open(name: string, sealed: string): string
}
