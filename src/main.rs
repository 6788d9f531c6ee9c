//! The `jobi` program: parses the command line and hands over to [`jobi::cli`].

fn main() -> std::process::ExitCode {
    jobi::cli::main()
}
