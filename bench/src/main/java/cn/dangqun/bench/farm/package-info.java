/// The virtual kiosk farm (F-99): whole kiosks without screens, with simulated devices, real ledgers and real TLS, a
/// street's server in a process of its own, and everything that goes wrong in a year within a minute.
@NullMarked
package cn.dangqun.bench.farm;

import org.jspecify.annotations.NullMarked;
