package dev.accolade.service.fas;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What FAS2 told by name or number, in its order, not to be changed. Values are text, {@code Long} (a larger number {@code BigInteger}),
 * {@code Double}, {@code Boolean}, null, lists and further maps of this kind. As text it tells its size alone: accounts hold addresses, answers to
 * security questions and hashes of passwords.
 */
public final class FasMap<K, V> extends AbstractMap<K, V> {

    private final Map<K, V> entries;

    /** @param entries copied; null keys and values may be among them */
    public FasMap(Map<K, V> entries) {
        this.entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return entries.entrySet();
    }

    @Override
    public V get(Object key) {
        return entries.get(key);
    }

    @Override
    public boolean containsKey(Object key) {
        return entries.containsKey(key);
    }

    /** Without keys and values. */
    @Override
    public String toString() {
        return "FasMap[" + size() + " not shown]";
    }
}
