package dev.accolade.properties;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.state.ActionChain;

/** Other histories each time; run by name, with as many as there is time for. How: docs/reliability.md. */
class InvariantsAtRandom extends Histories {

    @Property
    void whateverHappensTheInvariantsHoldAndInTheEndEverybodyHasWhatTheyEarned(@ForAll("histories") ActionChain<World> history) {
        live(history);
    }
}
