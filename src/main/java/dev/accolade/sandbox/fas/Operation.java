package dev.accolade.sandbox.fas;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * One page of the server.
 *
 * @param places     names of the parts that may follow its path
 * @param parameters other parameters it takes; any further one is an error of the framework
 * @param needsLogin anonymous requests are refused
 * @param writes     it changes people, groups or roles
 */
record Operation(List<String> places, Set<String> parameters, boolean needsLogin, boolean writes, Function<FasRequest, Reply> work) {

    /** Stands for "any parameter". */
    private static final String ANY = "*";

    static Operation open(Function<FasRequest, Reply> work) {
        return new Operation(List.of(), Set.of(), false, false, work);
    }

    static Operation reading(Function<FasRequest, Reply> work, String... parameters) {
        return new Operation(List.of(), Set.of(parameters), true, false, work);
    }

    static Operation writing(Function<FasRequest, Reply> work, String... parameters) {
        return new Operation(List.of(), Set.of(parameters), true, true, work);
    }

    static Operation query(Function<FasRequest, Reply> work) {
        return new Operation(List.of(), Set.of(ANY), true, false, work);
    }

    /** The same with parts of the path as parameters. */
    Operation at(String... names) {
        return new Operation(List.of(names), parameters, needsLogin, writes, work);
    }

    boolean takes(String parameter) {
        return parameters.contains(ANY) || parameters.contains(parameter) || places.contains(parameter);
    }
}
