package dev.accolade.service.badgr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;

/** What Badgr tells the changes of. */
enum Feed {
    ISSUERS("/v2/issuers/changed", BadgrJson::issuer),
    BADGE_CLASSES("/v2/badgeclasses/changed", BadgrJson::badgeClass),
    ASSERTIONS("/v2/assertions/changed", BadgrJson::assertion);

    private final String path;
    private final Function<JsonNode, ?> item;

    Feed(String path, Function<JsonNode, ?> item) {
        this.path = path;
        this.item = item;
    }

    String path() {
        return path;
    }

    Object item(JsonNode json) {
        return item.apply(json);
    }
}
