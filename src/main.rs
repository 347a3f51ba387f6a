//! The program. All of it is in the library; this only hands over the exit code, and says where memory comes from.

/// Much of a build is small texts that come and go (`docs/performance.md`).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    klartext::cli::main()
}
