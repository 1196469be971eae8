package dev.accolade.sandbox.fas;

import dev.accolade.sandbox.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Finds the operation of a path: the longest known beginning; what follows it are parameters by position. */
final class Router {

    private static final int DEEPEST = 3;

    private final Map<String, Operation> operations;

    Router(Map<String, Operation> operations) {
        this.operations = operations;
    }

    Answer answer(FasRequest request, Accounts accounts) {
        Reply reply = serve(request, accounts);
        return accounts.reading(() -> reply.answer(request));
    }

    private Reply serve(FasRequest request, Accounts accounts) {
        List<String> parts = parts(request.path());
        for (int length = Math.min(DEEPEST, parts.size()); length >= 0; length--) {
            Operation found = operations.get(String.join("/", parts.subList(0, length)));
            if (found != null && (length > 0 || parts.isEmpty())) {
                return serve(request, found, parts.subList(length, parts.size()), accounts);
            }
        }
        return Reply.framework(404, "The path was not found.");
    }

    private static Reply serve(FasRequest request, Operation operation, List<String> rest, Accounts accounts) {
        if (rest.size() > operation.places().size()) {
            return Reply.framework(404, "The path was not found.");
        }
        if (operation.needsLogin() && request.caller().person().isEmpty()) {
            return Reply.denied(request.flash());
        }
        Map<String, List<String>> parameters = new LinkedHashMap<>(request.parameters());
        for (int i = 0; i < rest.size(); i++) {
            parameters.put(operation.places().get(i), List.of(rest.get(i)));
        }
        if (!parameters.keySet().stream().allMatch(operation::takes)) {
            return Reply.framework(500, "The method got a parameter it does not take.");
        }
        FasRequest complete = request.with(parameters);
        Supplier<Reply> work = () -> operation.work().apply(complete);
        return operation.writes() ? accounts.writing(work) : accounts.reading(work);
    }

    private static List<String> parts(String path) {
        List<String> parts = new ArrayList<>(List.of(path.split("/")));
        parts.removeIf(String::isEmpty);
        return parts;
    }
}
