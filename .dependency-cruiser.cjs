// The arrows of the hexagon as a whitelist: whatever is not named here is refused.
// test/architecture/layers.test.ts plants one violation per rule and expects the refusal.
const npm = { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer'] };
const core = { dependencyTypes: ['core'] };

// The domain from bottom to top: a folder imports none of a later band (ARCHITECTURE, "The order of the domain").
const domainBands = {
  words: ['vocabulary', 'content', 'engine'],
  ground: ['space', 'body', 'world'],
  actors: [
    ...['combat', 'ledger', 'orders', 'inventory', 'progression', 'equipment', 'npcs', 'player'],
    'quest-log',
  ],
  dealings: [
    ...['loot', 'mail', 'trade', 'market', 'vendors', 'bank', 'holders', 'consumables', 'crafting'],
    ...['skills', 'chat', 'party', 'reports', 'quests', 'operators'],
  ],
  turns: ['ai', 'respawn', 'deaths', 'decisions', 'intents'],
};
const foldersOf = (bands) => bands.flat().join('|');
const domainOrder = Object.keys(domainBands).map((band, index) => {
  const later = foldersOf(Object.values(domainBands).slice(index + 1));
  return {
    name: `domain-order-${band}`,
    comment: `Of the domain, '${band}' imports nothing of a later band: ARCHITECTURE.md, “The order of the domain”.`,
    severity: 'error',
    from: { path: `^domain/(${foldersOf([domainBands[band]])})/` },
    to: { path: ['^domain/game\\.ts$', ...(later === '' ? [] : [`^domain/(${later})/`])] },
  };
});

module.exports = {
  forbidden: [
    {
      // Matches nothing: `allowed` has no place for a comment, and the report looks for one under its name here.
      name: 'not-in-allowed',
      comment:
        'No arrow of ARCHITECTURE.md, “Layers”: have what is needed there given as an argument, behind an interface of ports/, or move it to a layer that both may import.',
      severity: 'error',
      from: { path: '^$' },
      to: {},
    },
    {
      name: 'no-circular',
      comment: 'What two files need of each other belongs into a third, below both.',
      severity: 'error',
      from: {},
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'not-to-unresolvable',
      comment: 'No such file or package; imports name a file as it is built, with .js.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'sources-only',
      comment: 'What is built is out of sight of the rules above and below.',
      severity: 'error',
      from: {},
      to: { path: '^dist/' },
    },
    {
      name: 'adapter-never-imports-sibling',
      comment: 'An adapter knows its own folder and the protocol; everything else it is given.',
      severity: 'error',
      from: { path: '^adapters/([^/]+)/' },
      to: { path: '^adapters/', pathNot: ['^adapters/$1/', '^adapters/protocol/'] },
    },
    {
      name: 'protocol-knows-no-adapter',
      comment: 'Others build on the protocol, clients too; what it needs of a machine it is given.',
      severity: 'error',
      from: { path: '^adapters/protocol/' },
      to: { path: '^adapters/', pathNot: ['^adapters/protocol/'] },
    },
    {
      name: 'only-inbound-adapters-use-cases',
      comment: 'application/ is called by what drives it; an outbound adapter only implements ports.',
      severity: 'error',
      from: { path: '^adapters/', pathNot: ['^adapters/(udp|gateway|threads|admin-api)/'] },
      to: { path: '^application/' },
    },
    ...domainOrder,
    {
      name: 'domain-folder-has-a-band',
      comment:
        'A new noun is given its place in domainBands (.dependency-cruiser.cjs) and in ARCHITECTURE.md, “The order of the domain”.',
      severity: 'error',
      from: {
        path: '^domain/[^/]+/',
        pathNot: `^domain/(${foldersOf(Object.values(domainBands))})/`,
      },
      to: {},
    },
    {
      name: 'inversify-in-src-only',
      comment: 'Only src/ puts programs together; what a class needs comes as arguments.',
      severity: 'error',
      from: { pathNot: ['^src/', '^test/', '^bench/'] },
      to: { path: 'node_modules/inversify' },
    },
    {
      name: 'nest-in-admin-api-only',
      comment: 'HTTP is an adapter: the rest of the server, use cases first, knows no framework of it.',
      severity: 'error',
      from: { pathNot: ['^adapters/admin-api/', '^src/', '^test/'] },
      to: { path: 'node_modules/@nestjs' },
    },
  ],
  allowedSeverity: 'error',
  allowed: [
    { from: { path: '^domain/' }, to: { path: '^domain/' } },
    { from: { path: '^ports/' }, to: { path: '^(ports|domain)/' } },
    { from: { path: '^application/' }, to: { path: '^(application|ports|domain)/' } },
    { from: { path: '^adapters/protocol/' }, to: { path: '^(adapters/protocol|ports)/' } },
    {
      from: { path: '^adapters/', pathNot: '^adapters/protocol/' },
      to: { path: '^(adapters|ports|domain|application)/' },
    },
    { from: { path: '^adapters/', pathNot: '^adapters/protocol/' }, to: npm },
    { from: { path: '^adapters/', pathNot: '^adapters/protocol/' }, to: core },
    // "Did you mean …?" has one place.
    { from: { path: '^adapters/content-files/' }, to: { path: '^codegen/text/nearest-name' } },
    { from: { path: '^client/' }, to: { path: '^(client|adapters/protocol|ports)/' } },
    { from: { path: '^codegen/' }, to: { path: '^codegen/' } },
    { from: { path: '^codegen/' }, to: npm },
    { from: { path: '^codegen/' }, to: core },
    { from: { path: '^src/' }, to: { path: '^(src|adapters|application|client|domain|ports|codegen)/' } },
    { from: { path: '^src/' }, to: npm },
    { from: { path: '^src/' }, to: core },
    { from: { path: '^(test|bench)/' }, to: {} },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^admin-ui/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.cruise.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      // 'source' as in package.json's imports: arrows lead to sources, whatever is built.
      conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
    },
  },
};
