import { verslagkwartaalOntbreekt } from "./pa-001-verslagkwartaal-ontbreekt.js";
import { verslagkwartaalOnleesbaar } from "./pa-002-verslagkwartaal-onleesbaar.js";
import { afspraakOnbekend } from "./pa-003-afspraak-onbekend.js";
import { instellingOnbekend } from "./pa-004-instelling-onbekend.js";
import { instellingKeuzeOnbekend } from "./pa-005-instelling-keuze-onbekend.js";
import { peildatumBuitenKwartaal } from "./pa-006-peildatum-buiten-kwartaal.js";
import { peildatumOnleesbaar } from "./pa-007-peildatum-onleesbaar.js";
import { normOnbekend } from "./pa-010-norm-onbekend.js";
import { normZonderReden } from "./pa-011-norm-zonder-reden.js";
import { normwaardeOnleesbaar } from "./pa-012-normwaarde-onleesbaar.js";
import { normwaardeProcent } from "./pa-013-normwaarde-procent.js";
import { gemeentePastNiet } from "./pa-014-gemeente-past-niet.js";
import { tabelOntbreekt } from "./pa-101-tabel-ontbreekt.js";
import { kolomOntbreekt } from "./pa-102-kolom-ontbreekt.js";
import { celLeeg } from "./pa-103-cel-leeg.js";
import { tabelMeermaals } from "./pa-104-tabel-meermaals.js";
import { tabelLijktErop } from "./pa-105-tabel-lijkt-erop.js";
import { kolomDubbel } from "./pa-106-kolom-dubbel.js";
import { subtotaal } from "./pa-107-subtotaal.js";
import { verborgenRijen } from "./pa-108-verborgen-rijen.js";
import { samengevoegdeCellen } from "./pa-109-samengevoegde-cellen.js";
import { dubbeleRij } from "./pa-110-dubbele-rij.js";
import { partijOnbekend } from "./pa-111-partij-onbekend.js";
import { partijOntbreekt } from "./pa-112-partij-ontbreekt.js";
import { geenTabel } from "./pa-113-geen-tabel.js";
import { formuleOverschreven } from "./pa-114-formule-overschreven.js";
import { onthoudenOnleesbaar } from "./pa-115-onthouden-onleesbaar.js";
import { kwartaalBuitenLooptijd } from "./pa-116-kwartaal-buiten-looptijd.js";
import { tabelKopie } from "./pa-117-tabel-kopie.js";
import { kwartaalNaVerslag } from "./pa-118-kwartaal-na-verslag.js";
import { voorlopigGetal } from "./pa-119-voorlopig-getal.js";
import { tekstAlsGetal } from "./pa-120-tekst-als-getal.js";
import { spaties } from "./pa-121-spaties.js";
import { schrijfwijze } from "./pa-122-schrijfwijze.js";
import { onbekendOpgegeven } from "./pa-123-onbekend-opgegeven.js";
import { schatting } from "./pa-124-schatting.js";
import { dubbelzinnig } from "./pa-125-dubbelzinnig.js";
import { duizendtal } from "./pa-126-duizendtal.js";
import { streepje } from "./pa-127-streepje.js";
import { geenGetal } from "./pa-128-geen-getal.js";
import { negatief } from "./pa-129-negatief.js";
import { gebroken } from "./pa-130-gebroken.js";
import { datumInGetal } from "./pa-131-datum-in-getal.js";
import { formulefout } from "./pa-132-formulefout.js";
import { procent } from "./pa-133-procent.js";
import { geenDatum } from "./pa-134-geen-datum.js";
import { geenKwartaal } from "./pa-135-geen-kwartaal.js";
import { geenLabel } from "./pa-136-geen-label.js";
import { nietInDeLijst } from "./pa-137-niet-in-de-lijst.js";
import { categorieOnbekend } from "./pa-138-categorie-onbekend.js";
import { jaOfNee } from "./pa-139-ja-of-nee.js";
import { cijfersKwijt } from "./pa-140-cijfers-kwijt.js";
import { partijLijktOp } from "./pa-141-partij-lijkt-op.js";
import { aandeelBuitenBereik } from "./pa-142-aandeel-buiten-bereik.js";
import { geenPreciezeDag } from "./pa-143-geen-precieze-dag.js";
import { somVanSegmenten } from "./pa-201-som-van-segmenten.js";
import { opgeleverdZonderDatum } from "./pa-202-opgeleverd-zonder-datum.js";
import { deelBinnenGeheel } from "./pa-203-deel-binnen-geheel.js";
import { opleveringNaKwartaal } from "./pa-204-oplevering-na-kwartaal.js";
import { opgeleverdMaarFaseEerder } from "./pa-205-opgeleverd-maar-fase-eerder.js";
import { projectVerdwenen } from "./pa-206-project-verdwenen.js";
import { totaalGewijzigd } from "./pa-207-totaal-gewijzigd.js";
import { planningVoorbij } from "./pa-208-planning-voorbij.js";
import { segmentOnbepaald } from "./pa-209-segment-onbepaald.js";
import { faseTerug } from "./pa-210-fase-terug.js";
import { grensjaarOnbekend } from "./pa-301-grensjaar-onbekend.js";
import { huurOnmogelijk } from "./pa-302-huur-onmogelijk.js";
import { huurOnwaarschijnlijk } from "./pa-303-huur-onwaarschijnlijk.js";
import { huurPerJaar } from "./pa-304-huur-per-jaar.js";
import { huurOpDeGrens } from "./pa-305-huur-op-de-grens.js";
import { rekenhuurLager } from "./pa-306-rekenhuur-lager.js";
import { huurFijnerDanCenten } from "./pa-307-huur-fijner-dan-centen.js";
import { partijtypePastNiet } from "./pa-308-partijtype-past-niet.js";
import { balans } from "./pa-401-balans.js";
import { aansluiting } from "./pa-402-aansluiting.js";
import { correctieZonderToelichting } from "./pa-403-correctie-zonder-toelichting.js";
import { segmentenEnTotaal } from "./pa-404-segmenten-en-totaal.js";
import { liberalisatieSluitNiet } from "./pa-405-liberalisatie-sluit-niet.js";
import { liberalisatieZonderBestemming } from "./pa-406-liberalisatie-zonder-bestemming.js";
import { rijTotaalOntbreekt } from "./pa-407-rij-totaal-ontbreekt.js";
import { voorraadSpringt } from "./pa-410-voorraad-springt.js";
import { somVanCategorieen } from "./pa-501-som-van-categorieen.js";
import { categorieSpringt } from "./pa-503-categorie-springt.js";
import { kleinAantal } from "./pa-504-klein-aantal.js";
import { andereCategorieen } from "./pa-505-andere-categorieen.js";
import { partijBuitenNorm } from "./pa-506-partij-buiten-norm.js";
import { bagNummer } from "./pa-601-bag-nummer.js";
import { woningBijTweeVerhuurders } from "./pa-602-woning-bij-twee-verhuurders.js";
import { opnameNaPeildatum } from "./pa-603-opname-na-peildatum.js";
import { labelVerlopen } from "./pa-604-label-verlopen.js";
import { labelLeeg } from "./pa-605-label-leeg.js";
import { uitzonderingZonderBewijs } from "./pa-606-uitzondering-zonder-bewijs.js";
import { verbeterdZonderVerschil } from "./pa-607-verbeterd-zonder-verschil.js";
import { labelsprongZonderMaatregel } from "./pa-608-labelsprong-zonder-maatregel.js";
import { uitgezonderdBinnenAantal } from "./pa-609-uitgezonderd-binnen-aantal.js";
import { huurVanWoning } from "./pa-610-huur-van-woning.js";
import { labelsEnWoningen } from "./pa-611-labels-en-woningen.js";
import { labelsEnVoorraad } from "./pa-612-labels-en-voorraad.js";
import { veelOnbekend } from "./pa-614-veel-onbekend.js";
import { deadlineVoorbij } from "./pa-701-deadline-voorbij.js";
import { artikelOntbreekt } from "./pa-702-artikel-ontbreekt.js";
import { statusZonderToelichting } from "./pa-703-status-zonder-toelichting.js";
import { artikelOnbekend } from "./pa-704-artikel-onbekend.js";
import { deadlineWijktAf } from "./pa-705-deadline-wijkt-af.js";
import { statusOntbreekt } from "./pa-706-status-ontbreekt.js";
import { overlegOntbreekt } from "./pa-801-overleg-ontbreekt.js";
import { partijAfwezig } from "./pa-802-partij-afwezig.js";
import { verslagNietVerstuurd } from "./pa-803-verslag-niet-verstuurd.js";
import { verslagVoorOverleg } from "./pa-804-verslag-voor-overleg.js";
import { overlegInMaand } from "./pa-805-overleg-in-maand.js";
import { aanwezigOnbekend } from "./pa-806-aanwezig-onbekend.js";
import type { Rule } from "./rule.js";

/** Every rule, by number: PA-0xx settings and norms, 1xx reading and structure, 2xx-8xx by table. */
export const rules: readonly Rule[] = [
  verslagkwartaalOntbreekt,
  verslagkwartaalOnleesbaar,
  afspraakOnbekend,
  instellingOnbekend,
  instellingKeuzeOnbekend,
  peildatumBuitenKwartaal,
  peildatumOnleesbaar,
  normOnbekend,
  normZonderReden,
  normwaardeOnleesbaar,
  normwaardeProcent,
  gemeentePastNiet,
  tabelOntbreekt,
  kolomOntbreekt,
  celLeeg,
  tabelMeermaals,
  tabelLijktErop,
  kolomDubbel,
  subtotaal,
  verborgenRijen,
  samengevoegdeCellen,
  dubbeleRij,
  partijOnbekend,
  partijOntbreekt,
  geenTabel,
  formuleOverschreven,
  onthoudenOnleesbaar,
  kwartaalBuitenLooptijd,
  tabelKopie,
  kwartaalNaVerslag,
  voorlopigGetal,
  tekstAlsGetal,
  spaties,
  schrijfwijze,
  onbekendOpgegeven,
  schatting,
  dubbelzinnig,
  duizendtal,
  streepje,
  geenGetal,
  negatief,
  gebroken,
  datumInGetal,
  formulefout,
  procent,
  geenDatum,
  geenKwartaal,
  geenLabel,
  nietInDeLijst,
  categorieOnbekend,
  jaOfNee,
  cijfersKwijt,
  partijLijktOp,
  aandeelBuitenBereik,
  geenPreciezeDag,
  somVanSegmenten,
  opgeleverdZonderDatum,
  deelBinnenGeheel,
  opleveringNaKwartaal,
  opgeleverdMaarFaseEerder,
  projectVerdwenen,
  totaalGewijzigd,
  planningVoorbij,
  segmentOnbepaald,
  faseTerug,
  grensjaarOnbekend,
  huurOnmogelijk,
  huurOnwaarschijnlijk,
  huurPerJaar,
  huurOpDeGrens,
  rekenhuurLager,
  huurFijnerDanCenten,
  partijtypePastNiet,
  balans,
  aansluiting,
  correctieZonderToelichting,
  segmentenEnTotaal,
  liberalisatieSluitNiet,
  liberalisatieZonderBestemming,
  rijTotaalOntbreekt,
  voorraadSpringt,
  somVanCategorieen,
  categorieSpringt,
  kleinAantal,
  andereCategorieen,
  partijBuitenNorm,
  bagNummer,
  woningBijTweeVerhuurders,
  opnameNaPeildatum,
  labelVerlopen,
  labelLeeg,
  uitzonderingZonderBewijs,
  verbeterdZonderVerschil,
  labelsprongZonderMaatregel,
  uitgezonderdBinnenAantal,
  huurVanWoning,
  labelsEnWoningen,
  labelsEnVoorraad,
  veelOnbekend,
  deadlineVoorbij,
  artikelOntbreekt,
  statusZonderToelichting,
  artikelOnbekend,
  deadlineWijktAf,
  statusOntbreekt,
  overlegOntbreekt,
  partijAfwezig,
  verslagNietVerstuurd,
  verslagVoorOverleg,
  overlegInMaand,
  aanwezigOnbekend,
];

const byId = new Map(rules.map((one) => [one.id, one]));

/** The rule with this number. @throws RangeError for a number that is no rule. */
export function rule(id: string): Rule {
  const found = byId.get(id);
  if (!found) throw new RangeError(`There is no rule ${id}.`);
  return found;
}

export { defineRule } from "./rule.js";
export type { ExampleRow, Finding, Matter, Rule, RuleExample } from "./rule.js";
