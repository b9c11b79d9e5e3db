package cn.dangqun.server.codes;

import cn.dangqun.domain.credential.code.StreetKeyId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.db.OneProcess;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.vault.Secrets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The street's signing key (F-03): made on first use, rotated, destroyed. A key signs only when its row says so, and
/// the row and the kiosks' reference item come in one commit. Each step lasts before the next begins, so after a
/// crash the next use goes on from whatever lasted (docs/decisions/0005). Blocks; safe for use from several
/// threads.
@OneProcess("Nobody replaces the key while another issues: several processes take turns by a row of code_key"
        + " that they update first.")
public final class CodeKeys {
    private static final Logger LOG = LoggerFactory.getLogger(CodeKeys.class);

    private final KeptKeys kept;
    private final Database database;
    private final ReferenceLedger reference;
    private final Clock clock;

    public CodeKeys(Secrets secrets, Database database, ReferenceLedger reference, Clock clock) {
        this(new KeptKeys(secrets, new SecureRandom()), database, reference, clock);
    }

    CodeKeys(KeptKeys kept, Database database, ReferenceLedger reference, Clock clock) {
        this.kept = kept;
        this.database = database;
        this.reference = reference;
        this.clock = clock;
    }

    /// Destroys private keys that a crash left behind although they sign nothing. For the start of the server.
    public synchronized void finish() {
        held().ifPresent(key -> kept.destroyAllBut(key.id()));
    }

    /// Works with the key that signs now, which is published; nobody rotates it meanwhile.
    synchronized <T> T with(Actor actor, Function<SigningKey, T> work) {
        return work.apply(held().orElseGet(() -> first(actor)));
    }

    /// New cards get a new key; cards of all former keys are accepted through `lastDay`.
    synchronized void rotate(LocalDate lastDay, Actor actor) {
        var fresh = kept.make();
        publish(fresh, Optional.of(lastDay), actor, Action.STREET_KEY_ROTATED);
        kept.destroyAllBut(fresh.id());
        LOG.info("street key {} signs from now on, others end after {}", fresh.id(), lastDay);
    }

    private Optional<SigningKey> held() {
        return database.read(CodeKeyStore::signing).flatMap(kept::read);
    }

    /// There is no key yet, or its file is gone. A key that lies here unpublished is used: it comes from a start that
    /// was cut short, or from before a database was restored, and then cards of it are out there.
    private SigningKey first(Actor actor) {
        var published = publishedIds();
        var key = kept.all().stream()
                .filter(each -> !published.contains(each.id()))
                .findFirst()
                .orElseGet(kept::make);
        publish(key, Optional.empty(), actor, Action.STREET_KEY_PUBLISHED);
        kept.destroyAllBut(key.id());
        LOG.info("street key {} signs from now on", key.id());
        return key;
    }

    private Set<StreetKeyId> publishedIds() {
        return database.read(handle -> CodeKeyStore.all(handle).stream()
                .map(CodeKeyStore.Published::id)
                .collect(Collectors.toUnmodifiableSet()));
    }

    private void publish(SigningKey key, Optional<LocalDate> lastDayOfOthers, Actor actor, Action action) {
        database.write((handle, changes) -> {
            List<ReferenceItem> items = new ArrayList<>();
            items.add(new ReferenceItem.StreetKey(key.id().value(), key.publicKey(), Optional.empty()));
            lastDayOfOthers
                    .map(day -> CodeKeyStore.retireOthers(handle, key.id(), day))
                    .orElse(List.of())
                    .forEach(each -> items.add(each.item()));
            var number = reference.publish(handle, changes, items);
            CodeKeyStore.add(handle, key, number, clock.instant());
            actor.note(handle, clock.instant(), action, key.id().toString());
            return number;
        });
    }
}
