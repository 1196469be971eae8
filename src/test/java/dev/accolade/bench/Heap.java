package dev.accolade.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** What this process has on its heap: garbage included (before collections), without it (after them), and live (after one that was asked for). */
final class Heap {

    private final Set<String> pools = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName).collect(Collectors.toSet());
    private final AtomicLong most = new AtomicLong();
    private final AtomicLong mostKept = new AtomicLong();

    Heap() {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector).addNotificationListener((notification, nothing) -> {
                if (notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
                    var collection = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData()).getGcInfo();
                    most.accumulateAndGet(sum(collection.getMemoryUsageBeforeGc()), Math::max);
                    mostKept.accumulateAndGet(sum(collection.getMemoryUsageAfterGc()), Math::max);
                }
            }, null, null);
        }
    }

    private long sum(Map<String, MemoryUsage> usages) {
        return usages.entrySet().stream().filter(usage -> pools.contains(usage.getKey())).mapToLong(usage -> usage.getValue().getUsed()).sum();
    }

    /** Forgets what was before. */
    void begin() {
        System.gc();
        most.set(0);
        mostKept.set(0);
    }

    /** Since {@link #begin}, in bytes. */
    Figures end() {
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        long peak = Math.max(most.get(), used);
        long kept = mostKept.get();
        System.gc();
        long live = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return new Figures(peak, Math.max(kept, live), live);
    }

    /**
     * @param peak most in use at any collection, garbage included
     * @param kept most that was left after a collection
     * @param live what a collection asked for at the end leaves
     */
    record Figures(long peak, long kept, long live) {}
}
