//! The `jobi` program: parses the command line and hands over to [`jobi::cli`].

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    jobi::cli::main()
}
