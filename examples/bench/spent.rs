//! What a process has taken so far, read from `/proc`, and how it tells the benchmark.

use std::time::Duration;

/// Nanoseconds on a processor, of each thread that still lives; the pool's threads live to the end.
pub fn processor_time() -> Duration {
    let threads = std::fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
    let spent = threads.filter_map(|t| {
        let text = std::fs::read_to_string(t.path().join("schedstat")).ok()?;
        text.split_whitespace().next()?.parse::<u64>().ok()
    });
    Duration::from_nanos(spent.sum())
}

/// Lines that tell what a run took, and how many files it wrote.
pub fn told(wall: Duration, cpu: Duration, written: usize) -> String {
    let (wall, cpu) = (wall.as_secs_f64(), cpu.as_secs_f64());
    format!("wall\t{wall}\ncpu\t{cpu}\npeak\t{}\nwritten\t{written}\n", peak_memory())
}

/// Peak resident memory in MiB; 0 where the system does not say.
fn peak_memory() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|n| n.parse::<f64>().ok()).unwrap_or_default() / 1024.0
}
