import { closeMenusOutside } from './menus.ts'
import { openSheets } from './sheets.ts'
import { confirmDestructive, focusWhatMatters, keepTyped, speakOfFields } from './forms.ts'
import { showRelativeDates } from './relative-dates.ts'
import { listenForShortcuts } from './shortcuts.ts'
import { enhanceUpload } from './upload.ts'

// Comfort for the whole office. Every screen works without any of it.
closeMenusOutside()
openSheets()
confirmDestructive()
keepTyped()
speakOfFields()
focusWhatMatters()
showRelativeDates()
listenForShortcuts()
enhanceUpload()
