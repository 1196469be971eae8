package dev.accolade.ledger.view;

import dev.accolade.model.Person;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * What joins, splits and changed addresses have left that a person may want to look at. Nobody loses anything by any of it.
 *
 * @param twice          what one person holds twice
 * @param olderAddresses what is on an address that its person no longer has
 * @param split          persons found to be two, while a removal that follows from it is held
 */
public record Identity(List<Twice> twice, List<OlderAddress> olderAddresses, List<Split> split) {

    /**
     * Two live grants of one badge class or store.
     *
     * @param username the source's; the person's label when none is known
     * @param remoteId of the one that counts as the person's
     * @param also     of the other one
     * @param joinedAt when the two persons that had one each were found to be one
     */
    public record Twice(String target, String objectName, long person, String username, String remoteId, String also, Instant joinedAt) {

        public String sentence() {
            return who(person, username) + " holds '" + objectName + "' on " + target + " twice, as " + remoteId + " and " + also
                    + ", because two persons were joined on " + joinedAt.truncatedTo(ChronoUnit.SECONDS) + ". Both stay until somebody takes one of them away on " + target + ".";
        }
    }

    /** @param address shortened */
    public record OlderAddress(String target, String objectName, long person, String username, String remoteId, String address, boolean ours) {

        public String sentence() {
            return who(person, username) + " has '" + objectName + "' on " + target + " as " + remoteId + " under " + address + ", an address that the person no longer has."
                    + (ours ? " It moves if its rule says on-identity-change: reissue." : " Somebody else made it, so it is left alone.");
        }
    }

    /** @param others what nobody of the two is seen to earn since */
    public record Split(long person, long from, Instant at, long others) {

        public String sentence() {
            return Person.label(person) + " and " + Person.label(from) + " were found to be two persons on " + at.truncatedTo(ChronoUnit.SECONDS) + "; of what they hold, "
                    + others + (others == 1 ? " grant is" : " grants are") + " earned by no rule since, and taken away only when somebody approves it.";
        }
    }

    public Identity {
        twice = List.copyOf(twice);
        olderAddresses = List.copyOf(olderAddresses);
        split = List.copyOf(split);
    }

    private static String who(long person, String username) {
        return username.equals(Person.label(person)) ? username : username + " (" + Person.label(person) + ")";
    }

    /** What concerns one person, as people read it. */
    public List<String> of(long person) {
        return Stream.of(twice.stream().filter(one -> one.person() == person).map(Twice::sentence), olderAddresses.stream().filter(one -> one.person() == person).map(OlderAddress::sentence),
                split.stream().filter(one -> one.person() == person || one.from() == person).map(Split::sentence)).flatMap(all -> all).toList();
    }

    /** All of it, as people read it. */
    public List<String> sentences() {
        return Stream.of(twice.stream().map(Twice::sentence), olderAddresses.stream().map(OlderAddress::sentence), split.stream().map(Split::sentence)).flatMap(all -> all).toList();
    }
}
