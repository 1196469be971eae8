package dev.accolade.service.http;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Gathers what a stream yields and hands it over in lists of bounded weight, so that no answer is ever held as a whole.
 *
 * <p>What was handed over is not final: a stream may still turn out to be broken, and then its reader throws and the receiver forgets all
 * batches of that reading. Not safe for several threads.
 */
public final class Batches<T> {

    private final int size;
    private final Consumer<List<T>> receiver;
    private List<T> gathered = new ArrayList<>();
    private int weight;

    /** @param size weight of a full batch, at least 1 */
    public Batches(int size, Consumer<List<T>> receiver) {
        if (size < 1) {
            throw new IllegalArgumentException("A batch holds at least 1, not " + size + ".");
        }
        this.size = size;
        this.receiver = requireNonNull(receiver, "receiver is null");
    }

    /** Adds one item of weight 1. */
    public void add(T item) {
        add(item, 1);
    }

    /** Adds one item and hands the batch over when it is full. */
    public void add(T item, int itemWeight) {
        gathered.add(item);
        weight += itemWeight;
        if (weight >= size) {
            flush();
        }
    }

    /** What still fits into this batch, at least 1. */
    public int room() {
        return size - weight;
    }

    /** Hands over the rest; nothing when there is none. */
    public void flush() {
        if (!gathered.isEmpty()) {
            List<T> full = gathered;
            gathered = new ArrayList<>();
            weight = 0;
            receiver.accept(full);
        }
    }
}
