package dev.accolade.ledger;

import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * What the last rolling day has seen on one target.
 *
 * @param objects by badge class or store
 * @param scopes  by scope, such as {@code fedora:5}; changes of no known scope are not among them
 */
record Spent(int total, Map<String, Integer> objects, Map<String, Integer> scopes) {

    /** @param counted from where and under what condition, with {@code :target} and {@code :since} */
    static Spent of(Handle handle, String counted, String target, long since) {
        Map<String, Integer> objects = new HashMap<>();
        Map<String, Integer> scopes = new HashMap<>();
        int[] total = new int[1];
        handle.createQuery("select object_id, coalesce(scope, ''), count(*)" + counted + " group by 1, 2").bind("target", target).bind("since", since)
                .map((row, context) -> {
                    objects.merge(row.getString(1), row.getInt(3), Integer::sum);
                    scopes.merge(row.getString(2), row.getInt(3), Integer::sum);
                    return total[0] += row.getInt(3);
                }).list();
        return new Spent(total[0], objects, scopes);
    }

    int onObject(String object) {
        return objects.getOrDefault(object, 0);
    }

    int inScope(String scope) {
        return scopes.getOrDefault(scope, 0);
    }
}
