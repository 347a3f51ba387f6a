//! The bare run of the benchmark in a program of its own: with the allocator of the system, which is what a generator has that
//! does nothing for its speed. Takes a site and an output folder, prints what `bench --run bare` prints.

#[path = "bench/bare.rs"]
mod bare;
#[path = "bench/spent.rs"]
mod spent;

use std::error::Error;
use std::path::Path;
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [site, out] = args.as_slice() else { return Err("usage: bare SITE OUT".into()) };
    let started = Instant::now();
    let written = bare::run(Path::new(site), Path::new(out))?;
    print!("{}", spent::told(started.elapsed(), spent::processor_time(), written));
    Ok(())
}
