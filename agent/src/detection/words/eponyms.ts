import { terms } from "./terms.ts";

/** Firms, brands, figures and institutions that are called by a person's full name. In small letters. */
export const EPONYMS: ReadonlySet<string> = new Set(
  terms(`
  levi strauss, lincoln park, morgan chase, travis ci, madison square, calvin klein, ralph lauren, tommy hilfiger, jack daniels, jim beam, albert heijn, douwe egberts, albert cuypmarkt,
  guy fawkes, harry potter, morgan stanley, philip morris, hugo boss, tom ford, mary kay, jack wolfskin, stella artois, john deere, jimmy choo,
  michael kors, marc jacobs, paul smith, ted baker, kate spade, estée lauder, elizabeth arden, helena rubinstein, yves rocher, jack jones,
  ben sherman, fred perry, johnnie walker, captain morgan, don julio, otto versand, jan linders, dirk rossmann, tim hortons,
  christian dior, christian louboutin, louis vuitton, thomas cook, james bond, sherlock holmes, bridget jones, peter pan, robin hood
  `),
);
