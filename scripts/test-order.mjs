// The order of suites: those of whole systems first. They wait for programs that they started, for seconds and with an idle
// processor, so that others run beside them; one that began last would have the machine alone until it ends.
import Sequencer from '@jest/test-sequencer';

const isOfSystem = ({ path }) => /[/\\]test[/\\]system[/\\]/.test(path);

export default class SystemsFirst extends Sequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    return [...sorted.filter(isOfSystem), ...sorted.filter((test) => !isOfSystem(test))];
  }
}
