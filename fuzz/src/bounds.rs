//! Limits of time and memory for one input. Exceeding either is a finding. Measures processor time, so
//! that a busy machine causes no false findings.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::Duration;

static LIVE: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

/// The system's allocator, with counters.
struct Counted;

#[global_allocator]
static MEMORY: Counted = Counted;

fn taken(bytes: usize) {
    let live = LIVE.fetch_add(bytes, Relaxed) + bytes;
    PEAK.fetch_max(live, Relaxed);
}

// SAFETY: every call is passed to the system's allocator unchanged; otherwise only counters are
// updated.
unsafe impl GlobalAlloc for Counted {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        taken(layout.size());
        unsafe { System.alloc(layout) }
    }
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        taken(layout.size());
        unsafe { System.alloc_zeroed(layout) }
    }
    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        LIVE.fetch_sub(layout.size(), Relaxed);
        unsafe { System.dealloc(place, layout) }
    }
    unsafe fn realloc(&self, place: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // The old and the new block may both exist for a moment.
        taken(size);
        LIVE.fetch_sub(layout.size(), Relaxed);
        unsafe { System.realloc(place, layout, size) }
    }
}

/// The limits for one piece of work on an input.
#[derive(Clone, Copy)]
pub struct Bounds {
    /// Processor time.
    pub time: Duration,
    /// Bytes of memory, however short the input.
    pub memory: usize,
    /// Bytes of memory for each byte of the input.
    pub memory_each: usize,
}

impl Bounds {
    /// The limits for reading.
    pub const READ: Self = Self {
        time: Duration::from_millis(100),
        memory: 2 << 20,
        memory_each: 64,
    };
    /// The limits for reading a link: its content may take 256 KiB, in addition to its own text.
    pub const LINK: Self = Self {
        time: Duration::from_millis(50),
        memory: 256 << 10,
        memory_each: 8,
    };
    /// The limits for using what was read.
    pub const USE: Self = Self {
        time: Duration::from_millis(1_000),
        memory: 16 << 20,
        memory_each: 64,
    };

    /// Runs work on an input of `input` bytes, and panics if it exceeds the limits.
    pub fn hold<T>(self, input: usize, work: impl FnOnce() -> T) -> T {
        let before = LIVE.load(Relaxed);
        PEAK.store(before, Relaxed);
        let began = processor_time();
        let done = work();
        let took = processor_time().saturating_sub(began);
        let grown = PEAK.load(Relaxed).saturating_sub(before);
        let most = self.memory + self.memory_each * input;
        assert!(
            grown <= most,
            "memory grew by {grown} bytes; {most} are the most"
        );
        assert!(
            took <= self.time,
            "took {took:?}; {:?} is the most",
            self.time
        );
        done
    }
}

fn processor_time() -> Duration {
    let mut time = libc::timespec {
        tv_sec: 0,
        tv_nsec: 0,
    };
    // SAFETY: the call writes into `time` and nothing else.
    unsafe { libc::clock_gettime(libc::CLOCK_THREAD_CPUTIME_ID, &raw mut time) };
    let seconds = u64::try_from(time.tv_sec).unwrap_or(0);
    let nanos = u32::try_from(time.tv_nsec).unwrap_or(0);
    Duration::new(seconds, nanos)
}
