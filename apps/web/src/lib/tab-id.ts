/** Names this tab to the bff, so that a case is given back when its last tab closes. */
export const tabId: string = `tab-${Array.from(crypto.getRandomValues(new Uint8Array(9)), (byte) => byte.toString(36)).join('')}`
