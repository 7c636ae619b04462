// What Excel knows about the functions before any of our code runs: name, help and arguments, in English and in Dutch.
// From the catalogue of packages/functions, and so from the definitions of the indicators. JSON has no comments: these files
// are written by scripts/generate.mjs and never by hand.
const metadataIn = (language) => async () => {
  const { metadata } = await import("@prestatieafspraken/functions");
  return `${JSON.stringify(metadata(language), null, 2)}\n`;
};

export default [
  { file: "addin/functions/functions.json", make: metadataIn("en") },
  { file: "addin/functions/functions-nl.json", make: metadataIn("nl") },
];
