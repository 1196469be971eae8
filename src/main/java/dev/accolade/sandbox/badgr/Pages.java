package dev.accolade.sandbox.badgr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Lists that are paged on request: with {@code num} newest first and a {@code Link} header, without it whole. */
final class Pages {

    private Pages() {
    }

    static <T extends Dated> Reply of(Visit visit, Timeline<T> timeline, Predicate<T> wanted, Function<T, ? extends JsonNode> shape) {
        Optional<Integer> size = size(visit);
        ArrayNode result = Json.array();
        if (size.isEmpty()) {
            timeline.oldestFirst().stream().filter(wanted).forEach(item -> result.add(shape.apply(item)));
            return Reply.ok(200, result);
        }
        Page<T> page = Page.of(visit, timeline, true, Dated::createdAt, wanted, size.get());
        page.items().forEach(item -> result.add(shape.apply(item)));
        List<String> links = new ArrayList<>();
        page.next().ifPresent(address -> links.add("<" + address + ">; rel=\"next\""));
        page.previous().ifPresent(address -> links.add("<" + address + ">; rel=\"prev\""));
        Reply reply = Reply.ok(200, result);
        return links.isEmpty() ? reply : reply.with("Link", String.join(", ", links));
    }

    /** Zero and less count as one; no number at all means no pages. */
    private static Optional<Integer> size(Visit visit) {
        return visit.call().parameter("num").map(String::strip).filter(text -> text.matches("[+-]?\\d{1,9}"))
                .map(text -> Math.max(1, Integer.parseInt(text)));
    }
}
