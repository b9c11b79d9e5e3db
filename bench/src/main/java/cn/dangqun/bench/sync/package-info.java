/// What the street's ledger takes from kiosks in a second, and what reaches whoever looks: measured over real TLS,
/// beside plain inserts of the same rows.
@NullMarked
package cn.dangqun.bench.sync;

import org.jspecify.annotations.NullMarked;
