package cn.dangqun.server.text;

import cn.dangqun.domain.member.NameText;
import cn.dangqun.domain.organization.NumberedName;
import cn.dangqun.server.db.OneProcess;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How names are read, for searching and sorting. For any thread.
@OneProcess("Readings of names, the same in every process: saves work and decides nothing.")
public final class Pinyin {
    /// Surnames that ICU's table of names reads otherwise.
    private static final Map<String, String> SURNAMES = Map.of("朴", "piao ", "缪", "miao ", "黑", "he ", "覃", "qin ");

    private static final int MOST_READ = 4096;

    private final Transliterator reading = Transliterator.getInstance("Han-Latin/Names; Lower");
    private final Normalizer2 apart = Normalizer2.getNFDInstance();
    // lists are sorted again and again by the same names, and one reading costs as much as a hundred comparisons
    private final Map<String, String> lately = new ConcurrentHashMap<>();

    /// The syllables of a name without tones, ü as v, as in `lv`: 吕小明 is `lv xiao ming`. What is no ideograph stays.
    public String syllables(String name) {
        if (lately.size() >= MOST_READ) {
            lately.clear();
        }
        return lately.computeIfAbsent(name, this::read);
    }

    private String read(String name) {
        var surname = name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1));
        var read = SURNAMES.containsKey(surname)
                ? SURNAMES.get(surname) + reading.transliterate(name.substring(surname.length()))
                : reading.transliterate(name);
        return apart.normalize(read.replaceAll("[üǖǘǚǜ]", "v"))
                .replaceAll("\\p{Mn}", "")
                .replaceAll("[^\\p{Alnum}\\p{L}]+", " ")
                .strip();
    }

    /// As names are read, and their numbers as numbers.
    public Comparator<String> order() {
        return Comparator.comparing(name -> syllables(NumberedName.key(name)));
    }

    /// By the beginning of any of these a person is found: the name, its parts without a surname, how it is read in
    /// full, and its initials.
    public Set<String> words(String name) {
        var words = new LinkedHashSet<String>();
        var plain = plain(name);
        words.add(plain);
        for (int at = 0; at < plain.length(); at = plain.offsetByCodePoints(at, 1)) {
            words.add(plain.substring(at));
        }
        var syllables = syllables(name);
        words.add(syllables.replace(" ", ""));
        words.add(Stream.of(syllables.split(" ", -1))
                .filter(each -> !each.isEmpty())
                .map(each -> each.substring(0, each.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining()));
        words.remove("");
        return words;
    }

    /// What somebody types into a search box, in the form of [#words].
    public static String plain(String typed) {
        return NameText.spelled(typed).toLowerCase(Locale.ROOT).replaceAll("[\\s·.]+", "");
    }
}
