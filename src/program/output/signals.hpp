// SPDX-License-Identifier: MIT
#pragma once

namespace program {

/// From now on, a signal that ends the program (an interrupt, a hangup, a closed pipe, ...) first removes files that
/// are not finished; all but a closed pipe say in one line that no file was changed. The program then ends as by the
/// signal alone. One that is ignored stays so. Limits of a file's size are errors of writing instead.
void handle_signals();

/// Lets those signals wait, while files take their places.
void hold_signals();

/// Standard input, output and error that were closed are opened on nothing, so that no file takes their numbers and is
/// written what is for them.
void open_standard_streams();

} // namespace program
