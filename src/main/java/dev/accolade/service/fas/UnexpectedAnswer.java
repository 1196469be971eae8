package dev.accolade.service.fas;

import com.fasterxml.jackson.core.JsonProcessingException;

/** JSON that is whole, but not what FAS2 sends. The message names the place, never the text found there. */
final class UnexpectedAnswer extends JsonProcessingException {

    private static final long serialVersionUID = 1L;

    UnexpectedAnswer(String what) {
        super(what);
    }
}
