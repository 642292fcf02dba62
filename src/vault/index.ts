export { openReceipts } from './receipts.ts'
