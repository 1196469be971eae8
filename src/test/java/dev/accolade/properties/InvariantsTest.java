package dev.accolade.properties;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.state.ActionChain;

/** The same histories each time, so that what fails here fails everywhere. Others: {@link InvariantsAtRandom}. */
class InvariantsTest extends Histories {

    @Property(seed = "20260814")
    void whateverHappensTheInvariantsHoldAndInTheEndEverybodyHasWhatTheyEarned(@ForAll("histories") ActionChain<World> history) {
        live(history);
    }
}
