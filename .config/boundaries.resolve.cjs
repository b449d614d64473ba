const path = require('node:path');
const root = path.dirname(__dirname);

/** Lets dependency-cruiser see sources behind `#libs/…` and `#apps/…`, which package.json points into dist/. */
module.exports = {
  resolve: {
    alias: { '#libs': path.join(root, 'libs'), '#apps': path.join(root, 'apps') },
    extensionAlias: { '.js': ['.ts', '.js'] },
  },
};
