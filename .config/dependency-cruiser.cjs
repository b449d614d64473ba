/** Architecture boundaries. Each rule's comment is the message a developer reads when it breaks. */
const testCode = '(\\.spec\\.ts$|/testing/|-fixture\\.ts$|\\.fixture\\.ts$|/contract-suite/)';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'A cycle cannot be understood in parts.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'A file nobody imports is dead code.',
      from: {
        orphan: true,
        pathNot: ['\\.spec\\.ts$', 'main\\.ts$', '^test/', '\\.child\\.ts$', '\\.d\\.ts$'],
      },
      to: {},
    },
    {
      name: 'apps-meet-in-contracts-only',
      severity: 'error',
      comment:
        'Services know each other through events; only standalone and cli may use an app, through its public index.',
      from: { path: '^apps/(reporting|coordination|bulletin|identity)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'apps-through-their-index',
      severity: 'error',
      comment: "standalone and cli use an app's public index.ts.",
      from: { path: '^apps/(standalone|cli)/' },
      to: { path: '^apps/(reporting|coordination|bulletin|identity)/', pathNot: '^apps/[^/]+/index\\.ts$' },
    },
    {
      name: 'libs-know-no-app',
      severity: 'error',
      comment: 'A library that imports an app cannot serve another one.',
      from: { path: '^libs/', pathNot: testCode },
      to: { path: '^(apps|test)/' },
    },
    {
      name: 'pure-reference',
      severity: 'error',
      comment: 'libs/reference and libs/localization stay pure: no framework, no database, no broker.',
      from: { path: '^libs/(reference|localization)/', pathNot: '\\.spec\\.ts$' },
      to: {
        path: 'node_modules/(@nestjs|typeorm|pg|kafkajs|class-validator)|^libs/(messaging|persistence|web)/',
      },
    },
    {
      name: 'pure-domain',
      severity: 'error',
      comment: 'A *.domain.ts file holds rules alone: no Nest, no TypeORM, no broker, no files.',
      from: { path: '\\.domain\\.ts$' },
      to: { path: 'node_modules/(@nestjs|typeorm|pg|kafkajs)|^libs/(messaging|persistence|web)/' },
    },
    {
      name: 'domain-touches-no-node-core',
      severity: 'error',
      comment: 'A *.domain.ts file reads no file, clock or network.',
      from: { path: '\\.domain\\.ts$' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'oracle-shares-no-code',
      severity: 'error',
      comment: 'The oracle that computes the expected totals may import nothing of the product.',
      from: { path: '^apps/cli/oracle/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(apps|libs|test)/|node_modules', pathNot: '^apps/cli/oracle/' },
    },
    {
      name: 'production-code-knows-no-tests',
      severity: 'error',
      comment: 'Code that ships may not import specs or test support.',
      from: { path: '^(apps|libs)/', pathNot: testCode },
      to: { path: '(\\.spec\\.ts$|^test/|/testing/)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    webpackConfig: { fileName: '.config/boundaries.resolve.cjs' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { conditionNames: ['import', 'node', 'default'], extensions: ['.ts', '.js'] },
  },
};
