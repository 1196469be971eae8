package dev.accolade.ledger.view;

import dev.accolade.model.ChangeKind;
import dev.accolade.model.ChangeState;
import dev.accolade.model.WaitingFor;
import java.util.Optional;

/** How many unfinished changes of one sort there are. */
public record ChangeCount(String target, String objectName, ChangeKind kind, ChangeState state, Optional<WaitingFor> waitingFor, long count) {}
