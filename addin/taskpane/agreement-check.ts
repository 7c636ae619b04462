/** What checks an agreement, fetched when somebody has one to check. */
export {
  checkAgreement,
  checkAgreementSheets,
  isAgreementWorkbook,
  writtenSheets,
} from "@prestatieafspraken/agreements";
