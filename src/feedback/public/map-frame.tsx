import type { Child, FC } from 'hono/jsx'
import type { DeliveryContext } from '../../delivery/route.ts'
import { messages } from '../public-messages.ts'

/** What a page with a map asks for before it is drawn: its script, and the one other place pictures may come from. */
export function askForMap(c: DeliveryContext): void {
  const { page, config } = c.var
  page.scripts.add('map.js')
  page.styles.add('feedback.css')
  if (config.mapTiles) page.images.add(config.mapTiles.origin)
}

interface MapFrameProps {
  c: DeliveryContext
  /** `show`: marks of `points`; `pick`: a point is chosen and written into the fields with these ids. */
  mode:
    | { is: 'show'; points: string }
    | { is: 'pick'; latitude: string; longitude: string; words: Record<string, string> }
  label: string
  children?: Child
}

/**
 * Room for a map, and the button that opens it. Nothing of the map is loaded before somebody presses the button, which the script
 * shows: without script there is no button that does nothing.
 */
export const MapFrame: FC<MapFrameProps> = ({ c, mode, label, children }) => {
  const { say, publicFiles, config } = c.var
  const words = {
    failed: say(messages.mapFailed),
    noTiles: say(messages.mapNoTiles),
    north: say(messages.north),
    zoomIn: say(messages.zoomIn),
    zoomOut: say(messages.zoomOut),
    label,
    ...(mode.is === 'pick' ? mode.words : {}),
  }
  return (
    <div
      class="map-frame"
      data-map={mode.is}
      data-points={mode.is === 'show' ? mode.points : undefined}
      data-latitude={mode.is === 'pick' ? mode.latitude : undefined}
      data-longitude={mode.is === 'pick' ? mode.longitude : undefined}
      data-script={publicFiles.url('leaflet/leaflet.js')}
      data-style={publicFiles.url('leaflet/leaflet.css')}
      data-tiles={config.mapTiles?.address}
      data-attribution={config.mapTiles?.attribution}
      data-words={JSON.stringify(words)}
    >
      <button type="button" class="pager-link" data-open-map hidden>
        {say(messages.openMap)}
      </button>
      {children}
      <div class="map-room" data-map-room hidden></div>
      <p class="form-hint" role="status" data-map-says></p>
    </div>
  )
}
