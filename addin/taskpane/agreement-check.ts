/** The code that checks an agreement, loaded on demand. */
export {
  checkAgreement,
  checkAgreementSheets,
  isAgreementWorkbook,
  writtenSheets,
} from "@prestatieafspraken/agreements";
