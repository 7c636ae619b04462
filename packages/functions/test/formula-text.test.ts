import { describe, expect, test } from "vitest";
import fc from "fast-check";
import {
  fromStored,
  functionsIn,
  refersToCells,
  soleCall,
  toInvariant,
  toStored,
  withEnglishNames,
} from "../src/index.js";

// Expected forms written by hand, from how Dutch and English Excel write the same formula.
describe("a typed formula in invariant form", () => {
  test.each([
    ["=PA.SOCIALSHARE(55;660)", "=PA.SOCIALSHARE(55,660)"],
    ["=PA.SOCIALSHARE(55,660)", "=PA.SOCIALSHARE(55,660)"],
    ["  pa.socialshare(55;660) ", "=PA.SOCIALSHARE(55,660)"],
    ["=_xldudf_PA_socialshare(55;660)", "=PA.SOCIALSHARE(55,660)"],
    ["=[2]!_xldudf_PA_SOCIALSHARE(1,2)", "=PA.SOCIALSHARE(1,2)"],
    ["=Boek.xla!_XLDUDF_PA_SOCIALSHARE(1,2)", "=PA.SOCIALSHARE(1,2)"],
    ["=PA.GROWTHFACTOR(0,16;0,3;0,5)", "=PA.GROWTHFACTOR(0.16,0.3,0.5)"],
    ["=PA.GROWTHFACTOR(0.16;0.3;0.5)", "=PA.GROWTHFACTOR(0.16,0.3,0.5)"],
    ["=PA.GROWTHFACTOR(,3;1)", "=PA.GROWTHFACTOR(.3,1)"],
    ["=ROUND(PA.SOCIALSHARE(55;660)*100;1)", "=ROUND(PA.SOCIALSHARE(55,660)*100,1)"],
    ['=ALS(PA.URGENTSHARE(21;84)<=25%;"ja; nee";"0,5")', '=IF(PA.URGENTSHARE(21,84)<=25%,"ja; nee","0,5")'],
    ["=PA.REMAININGNEED({444;248};{55;40})", "=PA.REMAININGNEED({444;248},{55;40})"],
    ["=PA.REMAININGNEED({444;248},{55;40})", "=PA.REMAININGNEED({444;248},{55;40})"],
    ["=SOM({0,5\\1,5;2\\3})", "=SUM({0.5,1.5;2,3})"],
    ["=PA.SOCIALSHARE(T[a;b];'Blad;1'!A1)", "=PA.SOCIALSHARE(T[a;b],'Blad;1'!A1)"],
    ["=0,5*3", "=0.5*3"],
    ["=PA.STUDENTSHARE(A1:A9;2026;WAAR)", "=PA.STUDENTSHARE(A1:A9,2026,TRUE)"],
    ["=A1+pa.onbekend(1)", "=A1+pa.onbekend(1)"],
    // Excel's implicit-intersection forms, shown and stored, and the parts of a table in a Dutch Excel.
    ["=@PA.SOCIALSHARE(55;660)", "=PA.SOCIALSHARE(55,660)"],
    ["=1+@A1:A9", "=1+A1:A9"],
    ["=_xlfn.SINGLE(_xldudf_PA_SOCIALSHARE(55,660))*2", "=PA.SOCIALSHARE(55,660)*2"],
    ["=_xlfn.SINGLE((A1+1))", "=(A1+1)"],
    ["=_xll.PA.SOCIALSHARE(55,660)", "=PA.SOCIALSHARE(55,660)"],
    ["=SOM(PA_Labels[[#Gegevens];[Aantal]])", "=SUM(PA_Labels[[#Data];[Aantal]])"],
    ["=AANTALARG(PA_Labels[#Alles])", "=COUNTA(PA_Labels[#All])"],
    ["=SOM(PA_Labels[@Aantal])", "=SUM(PA_Labels[@Aantal])"],
    // A sheet may have the name of a Dutch value.
    ["=ALS(Waar!A1=waar;1;0)", "=IF(Waar!A1=TRUE,1,0)"],
    ['=TEKST(A1;"d mmmm jjjj")&"jjjj"', '=TEXT(A1,"d mmmm jjjj")&"jjjj"'],
  ])("%s", (typed, invariant) => expect(toInvariant(typed)).toBe(invariant));

  test("names become English by themselves, separators stay; a text that is no formula stays", () => {
    expect(withEnglishNames("=SOM.ALS(A1:A9;ONWAAR;PA_Labels[#Gegevens])")).toBe(
      "=SUMIF(A1:A9;FALSE;PA_Labels[#Data])",
    );
    for (const text of ["SOM(1;2)", "=SUM(A1;SOM)", '="SOM("&A1', ""]) expect(withEnglishNames(text)).toBe(text);
  });

  test("invariant text stays as it is", () => {
    const formula = '=IF(A1>0.5,PA.SOCIALSHARE(B1:B9,C1:C9)&"a;b",{1,2;3,4})';
    expect(toInvariant(formula)).toBe(formula);
    expect(toInvariant(toInvariant(formula))).toBe(formula);
  });

  test("what stands between quotes is never changed", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const quoted = `"${text.replaceAll('"', '""')}"`;
        expect(toInvariant(`=PA.QUARTER(${quoted};1)`)).toBe(`=PA.QUARTER(${quoted},1)`);
        expect(toStored(fromStored(`=_xldudf_PA_QUARTER(${quoted})`))).toBe(`=_xldudf_PA_QUARTER(${quoted})`);
      }),
    );
  });
});

describe("as a file keeps it", () => {
  test("own functions and newer built-in ones get their prefix, and lose it again", () => {
    const formula = '=IFERROR(XLOOKUP("PA.QUARTER(",A1:A3,B1:B3),PA.SOCIALSHARE())';
    const stored = '=IFERROR(_xlfn.XLOOKUP("PA.QUARTER(",A1:A3,B1:B3),_xldudf_PA_SOCIALSHARE())';
    expect(toStored(formula)).toBe(stored);
    expect(fromStored(stored)).toBe(formula);
  });

  test("LibreOffice writes the name in lower case", () =>
    expect(fromStored("=_xldudf_pa_socialshare(B2:B5,C2:C5)")).toBe("=PA.SOCIALSHARE(B2:B5,C2:C5)"));

  test("other add-ins keep their name", () => expect(fromStored("=_xldudf_ANDERS_X(1)")).toBe("=_xldudf_ANDERS_X(1)"));
});

test("functions in a formula", () =>
  expect(functionsIn('=SUM(A1)+_xldudf_PA_SOCIALSHARE(1,2)+_xlfn.XLOOKUP("SIN(1)",A1,B1)')).toEqual([
    "SUM",
    "PA.SOCIALSHARE",
    "XLOOKUP",
  ]));

test.each([
  ["=PA.SOCIALSHARE(A1:A3,B1)", true],
  ["=SUM(PA_Labels[Aantal])", true],
  ["='Blad 1'!A1*2", true],
  ["=Doel", true],
  ['=IF(TRUE,PA.QUARTER("A1"),1E5)', false],
])("%s refers to cells: %s", (formula, refers) => expect(refersToCells(formula)).toBe(refers));

test("one call and nothing else", () => {
  expect(soleCall("=PA.SOCIALSHARE( 55, MAX(1,2) )")).toEqual({ id: "SOCIALSHARE", arguments: ["55", "MAX(1,2)"] });
  expect(soleCall("=PA.REPORT()")).toEqual({ id: "REPORT", arguments: [] });
  expect(soleCall("=PA.SOCIALSHARE(1,2)*1")).toBeNull();
  expect(soleCall("=-PA.SOCIALSHARE(1,2)")).toBeNull();
  expect(soleCall("=SUM(1,2)")).toBeNull();
});
