// The project needs Node 24: it runs TypeScript directly. `pnpm run` brings 24.21.0 along on Linux;
// elsewhere the machine's own Node is used, and this says so before anything fails strangely.
const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  process.stderr.write(
    `Verdict needs Node 24 or newer and found ${process.versions.node}.\n` +
      'On Linux run it through pnpm ("npx -y pnpm@12 start"), which brings Node along.\n' +
      'On macOS or Windows install Node 24 first, then run the same command.\n',
  )
  process.exit(1)
}
