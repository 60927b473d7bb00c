/// Tests that drive the window without a screen. Start reading at [GuiTest].
package org.counterpoise.workbench;
