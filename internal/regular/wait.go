//go:build !js

package regular

import "syscall"

// unblocked opens a file without waiting for anybody.
const unblocked = syscall.O_NONBLOCK
