// The order of suites: those of whole systems first. They take minutes, whatever the size of their file says; one that began last
// would have the machine alone until it ends.
import Sequencer from '@jest/test-sequencer';

const isOfSystem = ({ path }) => /[/\\]test[/\\]system[/\\]/.test(path);

export default class SystemsFirst extends Sequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    return [...sorted.filter(isOfSystem), ...sorted.filter((test) => !isOfSystem(test))];
  }
}
