//! The program. All of it is in the library; this only hands over the exit code.

fn main() -> std::process::ExitCode {
    klartext::cli::main()
}
