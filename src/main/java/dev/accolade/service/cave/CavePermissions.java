package dev.accolade.service.cave;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a person may do, computed by CAVE at the time of the call.
 *
 * @param superadmin    whether the person administers the whole server
 * @param groups        names of the groups the person is in
 * @param groupsAdmin   names of those the person administers
 * @param datasetsAdmin names of the datasets the person administers; empty also for servers of before 2.27.0
 * @param datasets      permissions by name of the dataset, where no terms stand in the way
 * @param underTerms    the same as if all terms were accepted; servers of before 2.24.0 tell nothing here
 * @param missingTerms  the terms that stand in the way
 */
public record CavePermissions(boolean superadmin, List<String> groups, List<String> groupsAdmin, List<String> datasetsAdmin,
        Map<String, Set<String>> datasets, Map<String, Set<String>> underTerms, List<MissingTerms> missingTerms) {

    /** Terms of service that have to be accepted before a dataset may be used. */
    public record MissingTerms(long datasetId, String dataset, long termsId, String terms) {

        public MissingTerms {
            requireNonNull(dataset, "dataset is null");
            requireNonNull(terms, "terms is null");
        }
    }

    public CavePermissions {
        groups = List.copyOf(groups);
        groupsAdmin = List.copyOf(groupsAdmin);
        datasetsAdmin = List.copyOf(datasetsAdmin);
        datasets = copy(datasets);
        underTerms = copy(underTerms);
        missingTerms = List.copyOf(missingTerms);
    }

    private static Map<String, Set<String>> copy(Map<String, Set<String>> names) {
        Map<String, Set<String>> copy = new TreeMap<>();
        names.forEach((dataset, permissions) -> copy.put(dataset, Set.copyOf(permissions)));
        return Collections.unmodifiableMap(copy);
    }
}
