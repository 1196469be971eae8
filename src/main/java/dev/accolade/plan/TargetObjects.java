package dev.accolade.plan;

import dev.accolade.rules.Award;
import java.util.Optional;

/** The badge classes and stores that rules name, by the ids they were once pinned to. */
public interface TargetObjects {

    /** The target's id; empty when the name was not found, exists twice, or the target could not be asked: its rules stand still. */
    Optional<String> id(Award award);
}
